"""Use cases: domain, storage, feeds and notifications put together. No Qt."""
