"""What the service's client and the downloads share: certificates, proxies, `Retry-After`.

Of the adapters, `zai` and `fetching` import it; it imports none of them.
"""
