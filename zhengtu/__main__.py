"""``python -m zhengtu``."""

from zhengtu.cli.main import run

if __name__ == "__main__":
    run()
