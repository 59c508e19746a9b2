package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.kubeconfig.ProxyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Passwords are decrypted by Maven's own code, with a security file that stands in a folder of the test. */
class MavenProxyTest {

    private static final String MASTER = "master";

    private final Settings settings = new Settings();

    @TempDir
    Path folder;

    @Test
    void should_take_no_proxy_where_there_is_none() {
        add("http", "old.example.com", false);

        assertThat(MavenProxy.of(settings, decrypter())).isNull();
    }

    @Test
    void should_take_the_first_active_one_for_https_with_its_password_in_clear() throws Exception {
        add("http", "http.example.com", true);
        add("https", "off.example.com", false);
        Proxy proxy = add("HTTPS", "https.example.com", true);
        proxy.setPort(3128);
        proxy.setUsername("ada");
        proxy.setPassword(encrypted("clear"));
        proxy.setNonProxyHosts("*.internal| localhost,10.*|");
        add("https", "second.example.com", true);

        assertThat(MavenProxy.of(settings, decrypter()))
                .isEqualTo(new ProxyServer(
                        "https.example.com", 3128, "ada", "clear", List.of("*.internal", "localhost", "10.*")));
    }

    @Test
    void should_leave_the_settings_as_they_are() throws Exception {
        Proxy proxy = add("https", "https.example.com", true);
        String password = encrypted("clear");
        proxy.setPassword(password);

        assertThat(MavenProxy.of(settings, decrypter())).isNotNull();

        assertThat(proxy.getPassword()).isEqualTo(password);
    }

    @Test
    void should_ask_for_the_password_of_the_proxy_and_of_no_server() {
        Server server = new Server();
        server.setId("https");
        server.setPassword("{not to be looked at}");
        settings.addServer(server);
        add("https", "https.example.com", true).setPassword("clear");
        DefaultSettingsDecrypter maven = decrypter();
        SettingsDecrypter watched = request -> {
            assertThat(request.getServers()).isEmpty();
            assertThat(request.getProxies()).hasSize(1);
            return maven.decrypt(request);
        };

        assertThat(MavenProxy.of(settings, watched))
                .isEqualTo(new ProxyServer("https.example.com", 8080, null, "clear", List.of()));
    }

    @Test
    void should_take_one_for_http_where_there_is_none_for_https() {
        add("http", "http.example.com", true).setNonProxyHosts(null);

        assertThat(MavenProxy.of(settings, decrypter()))
                .isEqualTo(new ProxyServer("http.example.com", 8080, null, null, List.of()));
    }

    private Proxy add(String protocol, String host, boolean active) {
        Proxy proxy = new Proxy();
        proxy.setProtocol(protocol);
        proxy.setHost(host);
        proxy.setActive(active);
        settings.addProxy(proxy);
        return proxy;
    }

    private DefaultSettingsDecrypter decrypter() {
        return new DefaultSettingsDecrypter(new DefaultSecDispatcher(
                new DefaultPlexusCipher(),
                Map.of(),
                folder.resolve("settings-security.xml").toString()));
    }

    /** A password as {@code mvn --encrypt-password} prints it, with the master password that the security file has. */
    private String encrypted(String password) throws IOException, PlexusCipherException {
        DefaultPlexusCipher cipher = new DefaultPlexusCipher();
        // The master password is encrypted too, with the name of the property that says where the file is.
        String master = cipher.encryptAndDecorate(MASTER, DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION);
        Files.writeString(
                folder.resolve("settings-security.xml"),
                "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        return cipher.encryptAndDecorate(password, MASTER);
    }
}
