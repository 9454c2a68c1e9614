"""The component `frnews`: a whole `Article` on a `Doc`."""
