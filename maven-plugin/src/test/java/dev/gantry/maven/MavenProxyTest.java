package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.kubeconfig.ProxyServer;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class MavenProxyTest {

    private final Settings settings = new Settings();

    @Test
    void should_take_no_proxy_where_there_is_none() {
        add("http", "old.example.com", false);

        assertThat(MavenProxy.of(settings, MavenProxyTest::decrypted)).isNull();
    }

    @Test
    void should_take_the_first_active_one_for_https_with_its_password_in_clear() {
        add("http", "http.example.com", true);
        add("https", "off.example.com", false);
        Proxy proxy = add("HTTPS", "https.example.com", true);
        proxy.setPort(3128);
        proxy.setUsername("ada");
        proxy.setPassword("{encrypted}");
        proxy.setNonProxyHosts("*.internal| localhost,10.*|");

        ProxyServer server = MavenProxy.of(settings, MavenProxyTest::decrypted);

        assertThat(server)
                .isEqualTo(new ProxyServer(
                        "https.example.com", 3128, "ada", "clear", List.of("*.internal", "localhost", "10.*")));
    }

    @Test
    void should_take_one_for_http_where_there_is_none_for_https() {
        add("http", "http.example.com", true).setNonProxyHosts(null);

        ProxyServer server = MavenProxy.of(settings, MavenProxyTest::decrypted);

        assertThat(server).isEqualTo(new ProxyServer("http.example.com", 8080, null, null, List.of()));
    }

    private Proxy add(String protocol, String host, boolean active) {
        Proxy proxy = new Proxy();
        proxy.setProtocol(protocol);
        proxy.setHost(host);
        proxy.setActive(active);
        settings.addProxy(proxy);
        return proxy;
    }

    /** What Maven does with the settings' security file. */
    private static SettingsDecryptionResult decrypted(SettingsDecryptionRequest request) {
        List<Proxy> proxies = request.getProxies();
        proxies.stream().filter(proxy -> proxy.getPassword() != null).forEach(proxy -> proxy.setPassword("clear"));
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Server> getServers() {
                return List.of();
            }

            @Override
            public Proxy getProxy() {
                return proxies.get(0);
            }

            @Override
            public List<Proxy> getProxies() {
                return proxies;
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return List.of();
            }
        };
    }
}
