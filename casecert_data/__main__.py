"""Run the command line as ``python -m casecert_data``."""

from casecert_data.cli import main

if __name__ == "__main__":
    main()
