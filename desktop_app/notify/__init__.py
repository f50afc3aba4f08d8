"""Words out of the window: services behind Apprise, and where their addresses are kept. No storage, no Qt."""
