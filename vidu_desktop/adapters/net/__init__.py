"""What the service's client and the downloads share about the network: certificates, proxies, `Retry-After`."""
