"""Markdown: CommonMark with what people use besides, read through the HTML that it stands for.

Source: CommonMark Spec 0.31; GitHub Flavored Markdown (tables, strikethrough); Pandoc's manual (title block,
footnotes).
"""
