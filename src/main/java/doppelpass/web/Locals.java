package doppelpass.web;

import jakarta.servlet.http.HttpServletRequest;

/** Plug: whoever knows the reader of a request says how pages speak to them. */
public interface Locals {
    Local of(HttpServletRequest request);
}
