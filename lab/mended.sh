# Sourced after claims.sh, sources.sh and binaries.sh: the client programs, run against a TLS 1.2 server before and after fix --apply.
clients="$root/core/src/test/resources/fixtures/clients"

# patch_sources PACKAGE HEAP: git takes the patch that mends a whole source tree, and the tree that it makes is the one checked.
patch_sources() {
  local package="$1" folder patch="$lab/$1.patch" text="$lab/$1.fix.text" began="$SECONDS" code
  command -v git >/dev/null || { skip "the patch of $package" "git is not here"; return 0; }
  folder="$(sources_of "$package")" || { skip "the patch of $package" "its sources could not be fetched"; return 0; }
  TLSLIFT_HEAP="$2" "$root/tlslift" fix "$folder" --to contoso.sharepoint.com --patch "$patch" >"$text" 2>&1
  code=$?
  claim "fix of $package ends with 0, 1 or 3" yes "$(case "$code" in 0 | 1 | 3) echo yes ;; *) echo "$code: $(tail -3 "$text")" ;; esac)"
  if [ -s "$patch" ]; then
    (cd "$folder" && GIT_CEILING_DIRECTORIES="$(dirname "$folder")" git apply --check "$patch") >>"$text" 2>&1
    claim "git takes the patch of $package" 0 "$?"
  fi
  echo "patch of $package: $(grep -c '^diff ' "$patch") files, $(tail -2 "$text" | head -1), in $((SECONDS - began)) s"
}

# build_keepass: its own build takes the tree before and after the patch, and puts the new config beside the program.
build_keepass() {
  local folder copy="$lab/keepass2.built" patch="$lab/keepass2.patch"
  command -v xbuild >/dev/null || { skip "the build of keepass2 once it is mended" "xbuild is not here"; return 0; }
  folder="$(sources_of keepass2)" && [ -s "$patch" ] || { skip "the build of keepass2 once it is mended" "there is no patch"; return 0; }
  rm -rf "$copy"
  cp -r "$folder" "$copy"
  claim "keepass2 builds as it is" 0 "$(built_keepass "$copy")"
  rm -rf "$copy/Build/KeePass" "$copy"/*/obj
  (cd "$copy" && GIT_CEILING_DIRECTORIES="$lab" git apply "$patch") >>"$copy.log" 2>&1
  claim "keepass2 builds once it is mended" 0 "$(built_keepass "$copy")"
  claim "the switch stands beside the program that was built" 1 \
    "$(grep -c DontEnableSchUseStrongCrypto=false "$copy/Build/KeePass/Release/KeePass.exe.config")"
}

# The key that Debian signs it with is in another package.
built_keepass() {
  (cd "$1" && timeout 600 xbuild /nologo /v:m /p:Configuration=Release /p:SignAssembly=false KeePass/KeePass.csproj) >>"$1.log" 2>&1
  echo "$?"
}

# mend_programs dozen | all: lays out a project for each program, compiles and runs it, mends all, compiles and runs again.
mend_programs() {
  mended="$lab/mended"
  has_tools || { skip "real programs before and after fix" "mono-devel is neither here nor could it be installed"; return 0; }
  command -v openssl >/dev/null || { skip "real programs before and after fix" "openssl is not here"; return 0; }
  rm -rf "$mended"
  mkdir -p "$mended/tree"
  lay_out_programs "$1"
  serve_tls12 || { skip "real programs before and after fix" "the server did not start"; return 0; }
  run_programs before
  claim "the programs that fail before are those whose code pins an old version" \
    "$(pinned_programs)" "$(outcome fail before)"
  "$root/tlslift" fix "$mended/tree" --to "localhost:$port" --apply >"$mended/fix.text" 2>&1
  claim "fix --apply says that everything connects" 0 "$?"
  run_programs after
  claim "every program connects after fix --apply" "" "$(outcome fail after)"
  echo "real programs: $(wc -l <"$mended/programs"), of which $(outcome fail before | wc -w) failed before and $(outcome fail after | wc -w) after;" \
    "$(comm -12 <(outcome ok before | tr ' ' '\n' | sort) <(outcome fail after | tr ' ' '\n' | sort) | grep -c .) connected before and no longer"
  "$root/tlslift" fix "$mended/tree" --to "localhost:$port" --apply 2>&1 | tail -1 >"$mended/again.text"
  claim "fix --apply again changes nothing more" "everything connects; there is nothing to fix" "$(cat "$mended/again.text")"
  kill "$server" 2>/dev/null
  wait "$server" 2>/dev/null
}

# Half of the projects target a framework whose default is right, so that a pin is removed, half one where it is not.
lay_out_programs() {
  local api setting source number=0
  : >"$mended/programs"
  for api in httpwebrequest webclient sslstream httpclient wcf asmx; do
    for setting in "$clients"/settings/*.cs; do
      number=$((number + 1))
      [ "$1" = all ] || is_of_the_dozen "$api-$(basename "$setting" .cs)" || continue
      lay_out "$api-$(basename "$setting" .cs)" "$number" "$clients/api/$api.cs" "$setting"
    done
  done
  for source in "$clients"/special/*.cs; do
    number=$((number + 1))
    [ "$1" = all ] || is_of_the_dozen "$(basename "$source" .cs)" || continue
    lay_out "$(basename "$source" .cs)" "$number" "$source"
  done
}

is_of_the_dozen() {
  case "$1" in
    httpwebrequest-tls10 | webclient-ssl3tls10 | wcf-const | asmx-staticfield | httpwebrequest-reflection | webclient-helper) ;;
    sslstreamarg-tls10 | httpclienthandler-tls10 | toolate | httpwebrequest-cast3072 | httpclient-tls10 | sslstream-none) ;;
    *) return 1 ;;
  esac
}

lay_out() { # NAME NUMBER SOURCES...
  local name="$1" target=v4.5 folder="$mended/tree/$1" source
  [ $(($2 % 2)) = 0 ] && target=v4.8
  shift 2
  mkdir -p "$folder"
  cp "$clients/Lab.cs" "$@" "$folder"
  {
    echo "<Project ToolsVersion=\"15.0\" xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">"
    echo "  <PropertyGroup><OutputType>Exe</OutputType><AssemblyName>$name</AssemblyName><TargetFrameworkVersion>$target</TargetFrameworkVersion></PropertyGroup>"
    echo "  <ItemGroup>"
    for source in "$folder"/*.cs; do echo "    <Compile Include=\"$(basename "$source")\" />"; done
    echo "  </ItemGroup>"
    echo "</Project>"
  } >"$folder/$name.csproj"
  case "$name" in *-appsetting)
    printf '<configuration>\n  <appSettings>\n    <add key="SecurityProtocol" value="Tls12" />\n  </appSettings>\n</configuration>\n' >"$folder/App.config"
    sed -i 's#  </ItemGroup>#    <None Include="App.config" />\n&#' "$folder/$name.csproj" ;;
  esac
  echo "$name" >>"$mended/programs"
}

# By what the names say, and what Mono does: it does not ask ServicePointManager for HttpClient and for a plain SslStream,
# and takes SSL 3.0 alone for the default.
pinned_programs() {
  while read -r name; do
    case "$name" in
      httpclient-* | sslstream-*) ;;
      *-tls10 | *-ssl3tls10 | *-const | *-helper | *-local | *-reflection | *-staticfield | sslstreamarg-default) printf '%s ' "$name" ;;
    esac
  done <"$mended/programs"
}

serve_tls12() {
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$mended/key.pem" -out "$mended/cert.pem" -days 30 -subj /CN=localhost \
    -addext "subjectAltName=DNS:localhost" >"$mended/openssl.log" 2>&1 || return 1
  openssl pkcs12 -export -in "$mended/cert.pem" -inkey "$mended/key.pem" -passout pass:lab -out "$mended/keys.p12" || return 1
  find_java javac
  "$JAVA" "$root/lab/programs/PingServer.java" "$mended/keys.p12" lab TLSv1.2 >"$mended/port" 2>"$mended/server.log" &
  server=$!
  local tries
  for tries in $(seq 80); do
    port="$(head -1 "$mended/port")"
    [ -n "$port" ] && return 0
    sleep 0.25
  done
  return 1
}

run_programs() { # before | after
  export LAB_TRUST=1 XDG_CONFIG_HOME="$mended/mono"
  mkdir -p "$XDG_CONFIG_HOME"
  command -v cert-sync >/dev/null && cert-sync --quiet --user "$mended/cert.pem" >/dev/null 2>&1
  : >"$mended/$1"
  while read -r name; do
    compile_program "$mended/tree/$name" "$mended/$name.exe" || { echo "uncompiled $name" >>"$mended/$1"; continue; }
    # Mono may fall over while it ends, after the program has said what came of its request.
    timeout 40 mono "$mended/$name.exe" "https://localhost:$port/" >"$mended/$name.$1.log" 2>&1 </dev/null
    if grep -q '^RESULT ok' "$mended/$name.$1.log"; then
      echo "ok $name" >>"$mended/$1"
    else
      echo "fail $name" >>"$mended/$1"
    fi
  done <"$mended/programs"
  claim "every program compiles $1 fix --apply" "" "$(outcome uncompiled "$1")"
}

compile_program() { # FOLDER EXE
  [ ! -f "$1/App.config" ] || cp "$1/App.config" "$2.config"
  mcs -nologo -langversion:5 -debug- -r:System.Configuration.dll -r:System.Net.Http.dll -r:System.ServiceModel.dll \
    -r:System.Web.Services.dll -out:"$2" "$1"/*.cs >>"$mended/mcs.log" 2>&1
}

outcome() { # ok | fail | uncompiled, before | after
  sed -n "s/^$1 //p" "$mended/$2" | tr '\n' ' '
}
