"""`python -m frnews` is the command `frnews`."""

from frnews._cli import main

if __name__ == "__main__":
    main()
