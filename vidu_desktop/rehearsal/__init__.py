"""The local stand-in for the service: an HTTP app that speaks its API, and the renderer behind it.

It imports `adapters/processes`, the domain and the errors alone, and no Qt; wiring and the command line start it.

server, alone             run the app: inside this program, or as a command
app, links, doorkeeper    what answers: the two endpoints, signed links to the files, and who may ask
task_store                what was accepted, on disk
request_reading           what is asked: the body and the pictures; checked by the domain's own rules
refusals, answers         the service's errors and answers
render_queue              which task is rendered next, by helper processes
rendering                 one task's video: scenes (with camera, yuv_frame, watermark), video_encoding, music
"""
