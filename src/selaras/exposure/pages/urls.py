"""The addresses of the room of exposure."""

from __future__ import annotations

from django.urls import path

from selaras.exposure.pages import (
    assessments,
    connecting,
    coverage,
    criteria,
    drawing_connections,
    findings,
    fixes,
    importing,
    incidents,
    inventory,
    routes,
    scans,
    system,
)

urlpatterns = [
    path("meja/keamanan/", inventory.desk_page, name="exposure-desk"),
    path("meja/keamanan/sistem/baru/", system.new_page, name="exposure-new"),
    path("meja/keamanan/sistem/<slug:key>/", system.system_page, name="exposure-system"),
    path("meja/keamanan/sistem/<slug:key>/ubah/", system.change_page, name="exposure-change"),
    path("meja/keamanan/sistem/<slug:key>/hentikan/", system.retire, name="exposure-retire"),
    path("meja/keamanan/sistem/<slug:key>/koneksi/", connecting.connect_page, name="exposure-connect"),
    path("meja/keamanan/sistem/<slug:key>/kriteria/", criteria.criteria_page, name="exposure-criteria"),
    path("meja/keamanan/koneksi/baru/", drawing_connections.draw_page, name="exposure-draw"),
    path("meja/keamanan/koneksi/<slug:key>/hapus/", connecting.disconnect, name="exposure-disconnect"),
    path("meja/keamanan/berkas/", importing.import_page, name="exposure-import"),
    path("meja/keamanan/berkas/daftar-sistem.xlsx", importing.template_file, name="exposure-template"),
    path("meja/keamanan/berkas/<int:pk>/", importing.batch_page, name="exposure-batch"),
    path("meja/keamanan/berkas/<int:pk>/catatan.xlsx", importing.batch_file, name="exposure-batch-file"),
    path("meja/keamanan/rute/", routes.routes_page, name="exposure-routes"),
    path("meja/keamanan/rute/hitung/", routes.estimate, name="exposure-estimate"),
    path("meja/keamanan/rute/laporan.pdf", routes.report_file, name="exposure-report"),
    path("meja/keamanan/perbaikan/", fixes.fixes_page, name="exposure-fixes"),
    path("meja/keamanan/perbaikan/rencana/", fixes.plan, name="exposure-plan"),
    path("meja/keamanan/perbaikan/anggaran/", fixes.compare_budgets, name="exposure-curve"),
    path("meja/keamanan/perbaikan/baru/", fixes.new_fix_page, name="exposure-fix-new"),
    path("meja/keamanan/perbaikan/<slug:key>/langkah/", fixes.fix_act, name="exposure-fix-act"),
    path("meja/keamanan/pindaian/", scans.scans_page, name="exposure-scans"),
    path("meja/keamanan/pindaian/<slug:key>/", scans.scan_page, name="exposure-scan"),
    path("meja/keamanan/pindaian/<slug:key>/berkas/", scans.scan_file, name="exposure-scan-file"),
    path("meja/keamanan/pindaian/<slug:key>/model/", scans.confirm, name="exposure-draft"),
    path("meja/keamanan/cakupan/", coverage.coverage_page, name="exposure-coverage"),
    path("meja/keamanan/sistem/<slug:key>/penilaian/", assessments.assessment_page, name="exposure-assess"),
    path("meja/keamanan/penilaian/<slug:key>/", assessments.assessment_file, name="exposure-assessment-file"),
    path("meja/keamanan/temuan/", findings.findings_page, name="exposure-findings"),
    path("meja/keamanan/temuan/<slug:key>/", findings.finding_page, name="exposure-finding"),
    path("meja/keamanan/temuan/<slug:key>/langkah/", findings.finding_act, name="exposure-finding-act"),
    path("meja/keamanan/insiden/", incidents.incidents_page, name="exposure-incidents"),
    path("meja/keamanan/insiden/baru/", incidents.new_incident_page, name="exposure-incident-new"),
    path("meja/keamanan/insiden/<slug:key>/", incidents.incident_page, name="exposure-incident"),
    path("meja/keamanan/insiden/<slug:key>/langkah/", incidents.incident_act, name="exposure-incident-act"),
]
