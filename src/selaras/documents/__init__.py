"""What every room's documents are made with: workbooks, pages set by Typst, text that XML can hold."""
