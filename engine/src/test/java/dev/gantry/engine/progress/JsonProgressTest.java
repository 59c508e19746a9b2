package dev.gantry.engine.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonProgressTest {

    private final Story story = new Story();
    private final List<String> lines = new ArrayList<>();
    private final JsonProgress progress = new JsonProgress(lines::add, story);

    @Test
    void should_tell_each_event_as_an_object_in_a_line() {
        story.all().forEach(progress::on);

        assertThat(String.join("\n", lines).replace("{\"time\":\"2024-05-01T12:00:00Z\",\"event\":", "{"))
                .isEqualTo("""
                {"connected","context":"production","server":"https://10.0.0.1:6443","namespace":"default","user":"jane"}
                {"planned","unchanged":false,"failed":false,"counts":{"create":1,"update":4,"unchanged":1,"recreate":1,"conflict":1,"deferred":1,"rejected":1,"prune":1,"keep":2}}
                {"locked","stack":"shop","holder":"ci-7","since":"2024-05-01T11:58:30Z","atMost":30.0}
                {"wave","stack":"shop","wave":2,"waves":4,"objects":3}
                {"applied","stack":"shop","object":{"apiVersion":"v1","kind":"Namespace","name":"shop"},"outcome":"created"}
                {"applied","stack":"shop","object":{"apiVersion":"v1","kind":"Service","namespace":"shop","name":"web"},"outcome":"unchanged"}
                {"applied","stack":"shop","object":{"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"web"},"outcome":"changed"}
                {"applied","stack":"shop","object":{"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"old"},"outcome":"recreated"}
                {"waiting","stack":"shop","pending":[{"object":{"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"web"},"reason":"2 of 6 pods are available","since":"2024-05-01T11:59:48Z"}]}
                {"ready","stack":"shop","object":{"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"web"},"after":125.0}
                {"found","code":"GTY-APY-003","severity":"error","environment":"production","stack":"shop","resource":"Deployment shop/web","field":"spec.selector","path":"com/acme/Shop.java","line":31,"message":"It cannot be changed.","hint":"Allow to recreate it."}
                {"found","code":"GTY-APY-003","severity":"warning","environment":"production","stack":"shop","resource":"Deployment shop/web","field":"spec.selector","path":"com/acme/Shop.java","line":31,"message":"It cannot be changed.","hint":"Allow to recreate it."}
                {"found","code":"GTY-APY-003","severity":"off","environment":"production","stack":"shop","resource":"Deployment shop/web","field":"spec.selector","path":"com/acme/Shop.java","line":31,"message":"It cannot be changed.","hint":"Allow to recreate it."}
                {"pruned","stack":"shop","object":{"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"old"}}
                {"kept","stack":"shop","object":{"apiVersion":"v1","kind":"Service","namespace":"shop","name":"web"},"why":"its annotation says so"}
                {"retrying","action":"apply Deployment shop/web","why":"503: etcd is down","after":0.5}
                {"finished","stack":"shop","revision":4,"result":"succeeded"}""");
    }

    @Test
    void should_stay_in_one_line_whatever_a_text_holds() throws IOException {
        progress.on(new Event.Kept("shop", Story.SERVICE, "a\nb\r\"c\"\u001b[m"));

        assertThat(lines.get(0)).doesNotContain("\n", "\r", "\u001b");
        assertThat(new ObjectMapper().readTree(lines.get(0)).path("why").asText())
                .isEqualTo("a\nb\r\"c\"\u001b[m");
    }

    @Test
    void should_know_all_events_and_so_should_the_story() {
        Set<Class<?>> told = new HashSet<>();
        story.all().forEach(event -> told.add(event.getClass()));

        assertThat(Event.class.getPermittedSubclasses()).containsExactlyInAnyOrderElementsOf(told);
        story.all().forEach(progress::on);
        assertThat(lines).allMatch(line -> line.contains("\"event\":"));
    }
}
