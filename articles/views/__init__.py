"""The public pages, one module a page or a small family of pages."""
