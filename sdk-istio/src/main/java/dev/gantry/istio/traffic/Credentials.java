package dev.gantry.istio.traffic;

import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import org.jspecify.annotations.Nullable;

/** Names of Secrets, which lie beside the proxy that reads them, and not beside the object that names them. */
final class Credentials {

    private Credentials() {}

    static void name(Fields tls, String field, @Nullable Secret secret) {
        if (tls.given(field, secret) && secret != null) {
            tls.set(field, secret.name());
            tls.mention(field, secret);
        }
    }

    static void addNames(Fields tls, String list, @Nullable Secret... secrets) {
        if (tls.given(list, secrets)) {
            for (Secret secret : secrets) {
                if (tls.given(list, secret) && secret != null) {
                    tls.add(list, secret.name());
                    tls.mention(list, secret);
                }
            }
        }
    }
}
