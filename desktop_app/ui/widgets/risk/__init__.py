"""The parts of the Stress test page."""
