package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static dev.gantry.istio.traffic.StringMatch.exact;
import static dev.gantry.istio.traffic.StringMatch.prefix;
import static dev.gantry.istio.traffic.StringMatch.regex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.istio.traffic.HttpMatchRequest;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.VirtualService;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MatchTextCheckTest {

    @Test
    void should_reject_a_path_that_no_request_has() {
        assertThat(report(program(m -> m.uri(exact("api"))))) // @path
                .isEqualTo(expected("""
                        error GTY-IST-025 @path VirtualService shop/web spec.http[0].match[0].uri.exact
                          The path "api" does not begin with /, as every path does, so the condition never holds.
                          hint: Write "/api".
                        """));
        assertThat(found(m -> m.uri(prefix("shop.Orders/"))))
                .containsExactly(
                        "GTY-IST-025 spec.http[0].match[0].uri.prefix The path \"shop.Orders/\" does not begin with"
                                + " /, as every path does, so the condition never holds.");
        assertThat(found(m -> m.uri(exact("/search?q=shoes"))))
                .containsExactly(
                        "GTY-IST-025 spec.http[0].match[0].uri.exact The path \"/search?q=shoes\" has a query, which"
                                + " is not compared with it, so the condition never holds.");
    }

    @Test
    void should_reject_a_method_in_lower_case() {
        assertThat(report(program(m -> m.method(exact("get"))))) // @method
                .isEqualTo(expected("""
                        error GTY-IST-025 @method VirtualService shop/web spec.http[0].match[0].method.exact
                          The method "get" has lower-case letters, but methods are compared with their case, so the condition never holds.
                          hint: Write exact("GET").
                        """));
        assertThat(found(m -> m.method(prefix("Post")))).hasSize(1);
    }

    @Test
    void should_accept_what_requests_may_have() {
        assertThat(found(m -> m.uri(exact("/api")).method(exact("PROPFIND")))).isEmpty();
        assertThat(found(m -> m.uri(prefix("/")).method(prefix("P")))).isEmpty();
        assertThat(found(m -> m.uri(exact("*")).method(exact("OPTIONS")))).isEmpty();
        assertThat(found(m -> m.uri(regex("api.*")).method(regex("(?i)get")))).isEmpty();
        assertThat(found(m -> m.header("X-Version", exact("2")).queryParam("q", exact("shoes"))))
                .isEmpty();
    }

    private static Consumer<App> program(Consumer<HttpMatchRequest> match) {
        return app -> app.stack("shop", s -> s.namespace("shop"))
                .add(VirtualService.of(
                        "web", v -> v.host("web").http(r -> r.match(match).to(RouteDestination.host("web")))));
    }

    private static List<String> found(Consumer<HttpMatchRequest> match) {
        return findings(program(match)).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static String expected(String text) {
        return Lines.fill(MatchTextCheckTest.class, text);
    }
}
