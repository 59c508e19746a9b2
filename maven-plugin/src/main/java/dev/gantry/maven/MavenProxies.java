package dev.gantry.maven;

import dev.gantry.engine.kubeconfig.ProxyServer;
import dev.gantry.remote.RemoteAccount;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The proxy of Maven's settings, for all servers but those that the settings except. */
final class MavenProxies extends ProxySelector {

    private final @Nullable ProxyServer proxy;

    MavenProxies(@Nullable ProxyServer proxy) {
        this.proxy = proxy;
    }

    static MavenProxies of(Settings settings, SettingsDecrypter decrypter) {
        return new MavenProxies(MavenProxy.of(settings, decrypter));
    }

    /** Who asks the proxy; {@code null} if it asks for nobody. */
    @Nullable
    RemoteAccount account() {
        return proxy == null || proxy.username() == null || proxy.password() == null
                ? null
                : new RemoteAccount(proxy.username(), proxy.password());
    }

    @Override
    public List<Proxy> select(URI address) {
        if (proxy == null || isExcepted(proxy, String.valueOf(address.getHost()))) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
    }

    private static boolean isExcepted(ProxyServer proxy, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return proxy.exceptions().stream().anyMatch(exception -> {
            String pattern = Pattern.quote(exception.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
            return name.matches(pattern);
        });
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {
        // Whoever asked is told.
    }
}
