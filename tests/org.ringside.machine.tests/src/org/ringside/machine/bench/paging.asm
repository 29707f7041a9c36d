; A sparse walk over 2048 pages, more than a translation buffer holds, with mappings that change and flushes.
%include "bench.inc"
DIRECTORY	equ ROOM
TABLES		equ ROOM + 0x1000		; the first 16 MiB, one to one
WINDOW		equ 0x40000000			; 8 MiB, mapped onto the frames from FRAMES on
WINDOW_TABLES	equ ROOM + 0x6000
FRAMES		equ ROOM + 0x800000
PAGES		equ 2048
prepare:
	mov edi, DIRECTORY
	mov ecx, 1024
	xor eax, eax
	rep stosd
	mov edi, TABLES
	mov eax, 3
	mov ecx, 5 * 1024
.identity:
	stosd
	add eax, 0x1000
	dec ecx
	jnz .identity
	mov eax, TABLES + 3
	mov edi, DIRECTORY
	mov ecx, 5
.directory:
	stosd
	add eax, 0x1000
	dec ecx
	jnz .directory
	mov dword [DIRECTORY + (WINDOW >> 20)], WINDOW_TABLES + 3
	mov dword [DIRECTORY + (WINDOW >> 20) + 4], WINDOW_TABLES + 0x1003
	call map
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax
	ret
; Maps the window's pages in order.
map:
	mov edi, WINDOW_TABLES
	mov eax, FRAMES + 3
	mov ecx, PAGES
.page:
	stosd
	add eax, 0x1000
	dec ecx
	jnz .page
	ret
work:
	mov edi, FRAMES
	mov ecx, PAGES * 1024
	xor eax, eax
	rep stosd
	call map
	mov eax, cr3
	mov cr3, eax
	mov ebp, 100
	xor ebx, ebx
.round:
	mov ecx, PAGES
	mov esi, WINDOW
.page:
	lea edx, [esi + ecx * 4]
	add [edx], ecx
	add ebx, [edx]
	add esi, 0x1000
	dec ecx
	jnz .page
	mov edx, ebp				; two pages change places
	and edx, 511
	mov eax, [WINDOW_TABLES + edx * 4]
	xchg eax, [WINDOW_TABLES + 4096 + edx * 4]
	mov [WINDOW_TABLES + edx * 4], eax
	shl edx, 12
	invlpg [WINDOW + edx]
	invlpg [WINDOW + 0x400000 + edx]
	mov ecx, 3000				; work within few pages, as between two switches of address spaces
	mov edx, WINDOW
.near:
	add eax, [edx + ecx * 4]
	add [edx + 0x1000 + ecx], eax
	mov [edx + 0x8000 + ecx * 2], ebx
	dec ecx
	jnz .near
	mov eax, cr3
	mov cr3, eax
	dec ebp
	jnz .round
	mov eax, ebx
	ret
