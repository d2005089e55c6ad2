"""The catalogue of works, made from their files and rebuildable."""
