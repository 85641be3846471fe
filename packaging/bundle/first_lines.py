"""Runs before the program in a bundle for Linux."""

import os

# Programs of the system that the bundle starts (a browser, the file manager) must use the system's own
# libraries. PyInstaller's first process has put the bundle's libraries in front of them; this process has
# loaded those already, and its helpers set the path again.
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

# The desktop's portal provides dialogs and colours, because Qt's theme for GTK isn't in the bundle. Without a
# portal, Qt has its own dialogs; without a session bus, it would complain.
# os.path, since importing pathlib takes 5 ms.
if "DBUS_SESSION_BUS_ADDRESS" in os.environ or os.path.exists(f"/run/user/{os.getuid()}/bus"):
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "xdgdesktopportal")
