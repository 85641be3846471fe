"""Runs in a bundle for Linux before the program."""

import os

# What it starts of the system (a browser, the file manager) gets the system's own libraries: PyInstaller's first process has
# put the bundle's in front; this one has loaded them, and its helpers set them anew.
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

# Dialogs and colours of the desktop come from its portal: Qt's theme for GTK isn't in a bundle. Where there is no portal, Qt
# has dialogs of its own; without a session bus it would complain.
if "DBUS_SESSION_BUS_ADDRESS" in os.environ or os.path.exists(f"/run/user/{os.getuid()}/bus"):  # noqa: PTH110 - 5 ms
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "xdgdesktopportal")
