package dev.gantry.engine.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    private static final URI SERVER = URI.create("https://api.example.com:6443");
    private static final ProxyServer OF_MAVEN = new ProxyServer("maven", 3128, null, null, List.of());

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void should_take_the_kubeconfigs_before_the_callers_before_the_environments() {
        variables.put("HTTPS_PROXY", "http://environment:1");

        assertThat(choose(SERVER, "http://kubeconfig", OF_MAVEN)).hasToString("kubeconfig:80");
        assertThat(choose(SERVER, null, OF_MAVEN)).hasToString("maven:3128");
        assertThat(choose(SERVER, null, null)).hasToString("environment:1");
        assertThat(choose(URI.create("http://api.example.com"), null, null)).isNull();
    }

    @Test
    void should_read_credentials_and_show_none() {
        variables.put("https_proxy", "alice:topsecret@proxy:3128");

        ProxyServer proxy = choose(SERVER, null, null);

        assertThat(proxy.username()).isEqualTo("alice");
        assertThat(proxy.password()).isEqualTo("topsecret");
        assertThat(proxy).hasToString("proxy:3128");
    }

    @Test
    void should_take_none_to_the_machine_itself_or_to_what_is_excepted() {
        variables.put("HTTPS_PROXY", "http://environment:1");
        assertThat(choose(URI.create("https://127.0.0.1:6443"), null, null)).isNull();
        assertThat(choose(URI.create("https://[::1]:6443"), null, null)).isNull();

        variables.put("NO_PROXY", "localhost, .example.com");
        assertThat(choose(SERVER, null, null)).isNull();
        ProxyServer careful = new ProxyServer("maven", 3128, null, null, List.of("*.example.com"));
        assertThat(choose(SERVER, null, careful)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, true",
        ".example.com, true",
        "*.example.com, true",
        "api.*, true",
        "*, true",
        "API.EXAMPLE.COM, true",
        "api.example.com:6443, true",
        "api.example.com:443, false",
        "ample.com, false",
        "other.example.com, false",
        "'', false",
        "10.0.0.0/8, false"
    })
    void should_read_exceptions_for_names(String exception, boolean expected) {
        assertThat(Proxies.excepts(List.of(exception), SERVER)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, https://10.1.2.3, true",
        "10.0.0.0/8, https://11.1.2.3, false",
        "10.1.2.3, https://10.1.2.3, true",
        "fd00::/8, https://[fd12::1]:6443, true",
        "fd00::/8, https://10.1.2.3, false",
        "10.0.0.0/99, https://10.1.2.3, false",
        "10.0.0.0/x, https://10.1.2.3, false",
        "a/8, https://10.1.2.3, false"
    })
    void should_read_exceptions_for_addresses(String exception, URI server, boolean expected) {
        assertThat(Proxies.excepts(List.of(exception), server)).isEqualTo(expected);
    }

    @Test
    void should_say_which_proxy_is_none_that_can_be_used_without_its_password() {
        variables.put("HTTPS_PROXY", "socks5://alice:topsecret@proxy:1080");

        AccessFailure failure = catchThrowableOfType(AccessFailure.class, () -> choose(SERVER, null, null));

        assertThat(failure.problem()).isEqualTo(AccessFailure.Problem.UNUSABLE_PROXY);
        assertThat(failure.message()).startsWith("HTTPS_PROXY is no URL").doesNotContain("topsecret");
    }

    private ProxyServer choose(URI server, @Nullable String ofCluster, @Nullable ProxyServer ofCaller) {
        return Proxies.choose(server, ofCluster, ofCaller, new Machine(variables::get, Path.of("."), Path.of(".")));
    }
}
