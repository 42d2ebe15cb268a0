package doppelpass.signin;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an authenticator app has to be told, as a picture to photograph and as a text to type. */
public record Enrolment(String secret, String organisation, String mail) {
    private static final int GROUP = 4;
    /** Light modules around the code, which readers need. */
    private static final int QUIET = 4;

    /** The key in groups of four. */
    public String spelled() {
        return secret.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    /** As authenticator apps read it: otpauth://totp/issuer:account. */
    String address() {
        return "otpauth://totp/" + encode(organisation) + ":" + encode(mail) + "?secret=" + secret + "&issuer="
                + encode(organisation) + "&algorithm=SHA1&digits=" + TimeCode.DIGITS + "&period=30";
    }

    /** Width and height of the picture in modules. */
    public int size() {
        return code().size + 2 * QUIET;
    }

    /** The dark modules as the path of an SVG. */
    public String path() {
        QrCode code = code();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private QrCode code() {
        return QrCode.encodeText(address(), QrCode.Ecc.MEDIUM);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Nothing of it may come into a log. */
    @Override
    public String toString() {
        return "Enrolment of " + mail;
    }
}
