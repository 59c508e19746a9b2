package dev.gantry.engine.cluster;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of which kind a private key is. fabric8 sees it only where the first line of the key says so, and takes the others for RSA. */
final class KeyAlgorithm {

    private static final Pattern PLAIN =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");

    /** How ASN.1 writes 1.2.840.10045.2.1, a key on an elliptic curve. */
    private static final String ELLIPTIC_CURVE = "06072a8648ce3d0201";

    private KeyAlgorithm() {}

    /**
     * The algorithm, as Java calls it.
     *
     * @param file that has the key, if no data is given
     * @param data the key, perhaps in base64 once more
     */
    static @Nullable String of(@Nullable String file, @Nullable String data) {
        String said = Config.getKeyAlgorithm(file, data);
        return said == null && isElliptic(text(file, data)) ? "EC" : said;
    }

    private static boolean isElliptic(String pem) {
        Matcher key = PLAIN.matcher(pem);
        if (!key.find()) {
            return false;
        }
        byte[] bytes = Base64.getMimeDecoder().decode(key.group(1));
        return HexFormat.of().formatHex(bytes).contains(ELLIPTIC_CURVE);
    }

    private static String text(@Nullable String file, @Nullable String data) {
        try {
            if (data != null) {
                return data.contains("-----BEGIN")
                        ? data
                        : new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
            }
            return file == null ? "" : Files.readString(Path.of(file));
        } catch (IOException | IllegalArgumentException e) {
            return ""; // Whoever uses the key says that it is none.
        }
    }
}
