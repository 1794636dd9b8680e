"""What pages are made of: answers kept, names and words, markup, pictures, passages."""
