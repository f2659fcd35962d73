"""`python -m game` is `bemot`."""

from game.cli import main

if __name__ == "__main__":
    main()
