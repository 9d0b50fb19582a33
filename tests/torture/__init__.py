"""Files with the defects that offices send, built when a test asks for them; all content is invented."""
