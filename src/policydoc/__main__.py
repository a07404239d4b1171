"""`python -m policydoc`."""

from policydoc.cli import main

if __name__ == "__main__":
    main()
