"""What the service's client and the downloads share: certificates, proxies, `Retry-After`.

It imports the errors and no other adapter; `zai` and `fetching` import it.
"""
