package dev.gantry.maven;

import dev.gantry.engine.kubeconfig.ProxyServer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The proxy of Maven's settings, by which artifacts come too. */
final class MavenProxy {

    private static final Pattern SEPARATOR = Pattern.compile("[|,]");

    private MavenProxy() {}

    /** The first active one for HTTPS, or else for HTTP, as Maven chooses; {@code null} if there is none. */
    static @Nullable ProxyServer of(Settings settings, SettingsDecrypter decrypter) {
        Optional<Proxy> proxy = active(settings, "https").or(() -> active(settings, "http"));
        return proxy.map(found -> decrypter
                        .decrypt(new DefaultSettingsDecryptionRequest(found))
                        .getProxy())
                .map(MavenProxy::server)
                .orElse(null);
    }

    private static Optional<Proxy> active(Settings settings, String protocol) {
        return settings.getProxies().stream()
                .filter(proxy -> proxy.isActive() && protocol.equalsIgnoreCase(proxy.getProtocol()))
                .findFirst();
    }

    private static ProxyServer server(Proxy proxy) {
        String exceptions = proxy.getNonProxyHosts();
        return new ProxyServer(
                proxy.getHost(),
                proxy.getPort(),
                blankToNull(proxy.getUsername()),
                blankToNull(proxy.getPassword()),
                exceptions == null
                        ? List.of()
                        : SEPARATOR
                                .splitAsStream(exceptions)
                                .map(String::strip)
                                .filter(host -> !host.isEmpty())
                                .toList());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
