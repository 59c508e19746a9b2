package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchTest {

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private List<String> watch(String query, int events) throws Exception {
        List<String> seen = new ArrayList<>();
        URI uri = URI.create(cluster.url() + Client.CONFIG_MAPS + "?watch=1&" + query);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(uri.toURL().openStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < events; i++) {
                String line = reader.readLine();
                if (line == null) {
                    break;
                }
                JsonNode event = Json.read(line);
                String name = Json.text(event, "object", "metadata", "name");
                seen.add(Json.text(event, "type") + (name.isEmpty() ? "" : " " + name));
            }
        }
        return seen;
    }

    private String version() {
        return client.get(Client.CONFIG_MAPS).text("metadata", "resourceVersion");
    }

    @Test
    void should_tell_what_happened_since_a_version() throws Exception {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: old}}");
        String version = version();
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        client.merge(Client.CONFIG_MAPS + "/a", "{\"data\":{\"k\":\"v\"}}");
        client.post("/api/v1/namespaces/default/secrets", "{metadata: {name: other}}");
        client.delete(Client.CONFIG_MAPS + "/a");

        assertThat(watch("resourceVersion=" + version, 3)).containsExactly("ADDED a", "MODIFIED a", "DELETED a");
    }

    @Test
    void should_begin_with_what_is_there() throws Exception {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        client.post(Client.CONFIG_MAPS, "{metadata: {name: b}}");
        assertThat(watch("fieldSelector=metadata.name%3Db", 1)).containsExactly("ADDED b");
    }

    @Test
    void should_follow_objects_into_a_selection_and_out_of_it() throws Exception {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        String version = version();
        client.merge(Client.CONFIG_MAPS + "/a", "{\"metadata\":{\"labels\":{\"x\":\"z\"}}}");
        client.merge(Client.CONFIG_MAPS + "/a", "{\"metadata\":{\"labels\":null}}");
        assertThat(watch("labelSelector=x&resourceVersion=" + version, 2)).containsExactly("ADDED a", "DELETED a");
    }

    @Test
    void should_say_when_a_version_is_too_old() throws Exception {
        String version = version();
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        cluster.forgetChanges();
        assertThat(watch("resourceVersion=" + version, 1)).containsExactly("ERROR");
    }

    @Test
    void should_end_in_time_and_send_a_bookmark_shortly_before() throws Exception {
        assertThat(watch("allowWatchBookmarks=true&timeoutSeconds=3&resourceVersion=" + version(), 2))
                .containsExactly("BOOKMARK");
    }

    @Test
    void should_send_no_bookmark_where_there_is_no_time_for_it() throws Exception {
        assertThat(watch("allowWatchBookmarks=true&timeoutSeconds=1&resourceVersion=" + version(), 1))
                .isEmpty();
    }
}
