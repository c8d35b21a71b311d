"""The service; `python -m service` starts it."""
