package doppelpass.webhooks;

import java.net.URI;

/** Where a request goes, read once: nothing later reads the text of the address anew and may understand it otherwise. */
record Destination(boolean secure, String host, int port, URI uri) {}
