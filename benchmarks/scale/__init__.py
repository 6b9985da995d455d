"""The archive at ten thousand, a hundred thousand and a million texts: made, loaded, measured, told."""
