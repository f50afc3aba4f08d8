; Inno Setup 6: makes PlimsollSetup.exe out of build\bundle\plimsoll. Run from the root of the checkout:
;   iscc /DVersion=0.1.0 packaging\windows\plimsoll.iss
#ifndef Version
  #error Name the version: /DVersion=0.1.0
#endif

[Setup]
AppId={{7B0C6F0E-6C3B-4B52-9C57-0F7C5E0E5E61}
AppName=Plimsoll
AppVersion={#Version}
AppPublisher=The Plimsoll authors
DefaultDirName={autopf}\Plimsoll
DefaultGroupName=Plimsoll
DisableProgramGroupPage=yes
; For one person, without an administrator; the dialog lets a whole computer be chosen.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=PlimsollSetup-{#Version}
SetupIconFile=..\..\build\icons\plimsoll.ico
UninstallDisplayIcon={app}\plimsoll.exe
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes
WizardStyle=modern

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "association"; Description: "Open .plimsoll files with Plimsoll"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\build\bundle\plimsoll\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
; Notifications find their program by this identifier; the program names the same at its start.
Name: "{group}\Plimsoll"; Filename: "{app}\plimsoll.exe"; AppUserModelID: "Plimsoll.Plimsoll"
Name: "{autodesktop}\Plimsoll"; Filename: "{app}\plimsoll.exe"; AppUserModelID: "Plimsoll.Plimsoll"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.plimsoll\OpenWithProgids"; ValueType: string; ValueName: "Plimsoll.Portfolio"; ValueData: ""; Flags: uninsdeletevalue; Tasks: association
Root: HKA; Subkey: "Software\Classes\Plimsoll.Portfolio"; ValueType: string; ValueData: "Plimsoll portfolio"; Flags: uninsdeletekey; Tasks: association
Root: HKA; Subkey: "Software\Classes\Plimsoll.Portfolio\DefaultIcon"; ValueType: string; ValueData: "{app}\plimsoll.exe,0"; Tasks: association
Root: HKA; Subkey: "Software\Classes\Plimsoll.Portfolio\shell\open\command"; ValueType: string; ValueData: """{app}\plimsoll.exe"" ""%1"""; Tasks: association
; The switch "Start with the computer" writes this value; the uninstaller takes it away.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Plimsoll"; Flags: uninsdeletevalue dontcreatekey

[Run]
Filename: "{app}\plimsoll.exe"; Description: "{cm:LaunchProgram,Plimsoll}"; Flags: nowait postinstall skipifsilent
