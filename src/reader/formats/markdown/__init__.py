"""Markdown: CommonMark with what people use besides, read through the HTML that it stands for."""
