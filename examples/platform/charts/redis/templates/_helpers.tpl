{{- define "redis.server" -}}
{{ printf "%s-redis-master" .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end }}
