"""Every Python example in the documentation gives what it shows; the examples of a page build on each other."""

from __future__ import annotations

import doctest
from typing import Any

import pytest

from tests.docs.pages import PAGES, blocks_of

EXAMPLES = {
    page: [block.text for block in blocks_of(page) if block.language == "python" and ">>>" in block.text]
    for page in PAGES
}


@pytest.mark.parametrize("document", [page for page, examples in EXAMPLES.items() if examples])
def test_the_examples_of_a_page_give_what_they_show(document: str) -> None:
    names: dict[str, Any] = {}
    told: list[str] = []
    for example in EXAMPLES[document]:
        test = doctest.DocTestParser().get_doctest(example, names, document, document, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(test, out=told.append, clear_globs=False)
        names = test.globs
        assert runner.failures == 0, "".join(told)


def test_no_python_block_goes_unchecked() -> None:
    unchecked = [
        page for page in PAGES for block in blocks_of(page) if block.language == "python" and ">>>" not in block.text
    ]
    assert unchecked == []
