"""The whole archive as a package that outlives the program, and whether a package is whole."""
