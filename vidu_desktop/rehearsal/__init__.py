"""The local stand-in for the service: an HTTP app that speaks its API, and the renderer behind it.

server, alone      run the app: inside this program, or as a command
app, links         what answers: the two endpoints, and signed links to the files
taskbook           what was accepted, on disk
reading, refusals  what is asked: the body, the pictures, the service's errors
helpers            processes that do the heavy work, so that neither interface nor server stalls
rendering          one task's video: scenes (with moves, plates, mark), encoding, music
"""
