//! Contracts of the loader and of the tool, and the layers of the source.
