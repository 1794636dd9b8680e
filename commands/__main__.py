"""`python -m commands` does what `mandates` does."""

from commands import main

main(prog_name="mandates")
