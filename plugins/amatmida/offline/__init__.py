"""Reading without a network: the service worker, the page for lost connections, the whole site on a device."""
