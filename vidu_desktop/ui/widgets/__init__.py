"""Parts that know no pane: picture wells, option row, fields, buttons, labels.

They may import models and look of `ui`, its words (`ui.text`) and the domain.
"""
