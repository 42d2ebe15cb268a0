package doppelpass.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the addresses of a host. */
@FunctionalInterface
interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
}
