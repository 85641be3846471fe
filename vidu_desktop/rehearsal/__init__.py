"""The local stand-in for the service: an HTTP app that speaks its API, and the renderer behind it.

It imports only `adapters/processes`, the domain and the errors, and no Qt. Wiring and the command line start it.

server, alone             run the app: inside this program, or as a command
app, links, doorkeeper    answer requests: the two endpoints, signed links to the files, and who may ask
task_store                accepted tasks, on disk
request_reading           reads the body and the pictures of an order, checked by the domain's own rules
refusals, answers         the service's errors and answers
render_queue              passes tasks to helper processes for rendering
rendering                 makes one task's video: scenes (with camera, yuv_frame, watermark), video_encoding, music
"""
