"""The world's data in: HTTP sources and files. No storage, no Qt."""
