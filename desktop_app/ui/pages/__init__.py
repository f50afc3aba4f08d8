"""One page a file; each reads the Snapshot."""
