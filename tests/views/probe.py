"""A script that a test has the server run: it writes down the settings it runs under, and fails."""

import json
import os
from pathlib import Path

import streamlit as st
from streamlit import config

settings = {key: option.value for key, option in config.get_config_options().items()}
Path(os.environ["PROBED"]).write_text(json.dumps(settings, default=str), encoding="utf-8")
st.write("before it fails")
raise RuntimeError("a secret that only the log may tell")
